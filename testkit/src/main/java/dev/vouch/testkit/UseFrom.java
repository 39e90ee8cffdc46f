package dev.vouch.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Depends on such a class, unless it is the same outermost class. */
final class UseFrom extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> used;

    UseFrom(DescribedPredicate<JavaClass> used) {
        super("use classes that " + used.getDescription());
        this.used = used;
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            var target = dependency.getTargetClass();
            boolean own = target.getName().startsWith("dev.vouch.")
                    && !target.getName().startsWith("dev.vouch.chassis.");
            boolean other = !HouseRules.outermost(target).equals(HouseRules.outermost(user));
            if (own && other && used.test(target)) {
                events.add(SimpleConditionEvent.satisfied(user, dependency.getDescription()));
            }
        }
    }
}
