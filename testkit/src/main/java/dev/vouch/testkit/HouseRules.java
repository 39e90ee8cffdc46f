package dev.vouch.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.vouch.contract.Event;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The eight rules that the compiler cannot keep. A service's {@code HouseRulesTest} extends this class; a nested class counts
 * as its outer class.
 */
public abstract class HouseRules {

    private static final String[] DOORS = {"Resource", "Consumer", "Timer"};
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private final String service;
    private final JavaClasses code;

    /** @param servicePackage for example {@code dev.vouch.scoring} */
    protected HouseRules(String servicePackage) {
        service = servicePackage;
        code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(servicePackage);
    }

    @Test
    void a_domain_knows_only_the_jdk_other_domains_of_its_service_and_the_words_of_decisions() {
        check(classes()
                .that()
                .resideInAPackage(service + "..domain..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("org.jspecify.annotations.."))
                        .or(resideInAPackage("dev.vouch.chassis.decision.."))
                        .or(resideInAPackage(service + "..domain.."))));
    }

    @Test
    void doors_stores_and_events_are_package_private() {
        check(noClasses()
                .that(areTopLevel())
                .and(belongTo("Consumer", "Timer", "Store", "Events"))
                .should()
                .haveModifier(JavaModifier.PUBLIC));
    }

    @Test
    void nobody_uses_a_door() {
        check(noClasses().should(new UseFrom(belongTo(DOORS))));
    }

    @Test
    void only_resources_and_clients_use_http() {
        check(noClasses()
                .that(DescribedPredicate.not(belongTo("Resource", "Client")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs.."));
    }

    @Test
    void only_stores_use_the_database() {
        check(noClasses()
                .that(DescribedPredicate.not(belongTo("Store")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson.."));
    }

    @Test
    void only_consumers_and_events_use_contract_records() {
        check(noClasses()
                .that(DescribedPredicate.not(belongTo("Consumer", "Events")))
                .should()
                .dependOnClassesThat(describe(
                        "are records of the contract",
                        used -> used.isAssignableTo(Event.class) && !used.isEquivalentTo(Event.class))));
    }

    @Test
    void only_consumers_receive() {
        check(noClasses()
                .that(DescribedPredicate.not(belongTo("Consumer")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.microprofile.reactive.messaging..", "org.apache.kafka.clients.consumer.."));
    }

    @Test
    void nobody_but_the_chassis_sends() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Emitter"));
    }

    @Test
    void capabilities_form_no_cycle() {
        check(slices().matching(service + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void time_comes_from_an_injected_clock() {
        check(noClasses()
                .should()
                .callMethodWhere(describe("the time of this machine is asked", HouseRules::asksTheMachine)));
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(code);
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        boolean withClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
        return (CLOCKS.contains(owner) && method.equals("now") && !withClock)
                || (owner.equals("java.time.Clock") && method.startsWith("system"))
                || (owner.equals("java.lang.System") && method.equals("currentTimeMillis"));
    }

    private static DescribedPredicate<JavaClass> areTopLevel() {
        return describe("are top level", type -> !type.isNestedClass());
    }

    static DescribedPredicate<JavaClass> belongTo(String... endings) {
        return describe("belong to a " + String.join(", ", endings), type -> {
            String outermost = outermost(type);
            return Arrays.stream(endings).anyMatch(outermost::endsWith);
        });
    }

    static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
