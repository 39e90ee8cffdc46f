package dev.vouch.discovery.intake;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Receipts;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.security.Role;
import dev.vouch.discovery.intake.domain.Mapping;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/mappings")
@Tag(name = "mappings", description = "How the rows of a kind of file become observations")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class MappingResource {

    /** A mapping to be added. */
    record NewMapping(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,60}")
            String name,

            @NotNull @Size(max = Limits.REASON) String description,
            @NotNull Mapping.Format format,
            @NotNull Mapping.Kind kind,
            @NotNull @Size(min = 1, max = 100) String source,
            @NotEmpty @Size(max = Limits.LIST) List<@NotNull @Size(max = Limits.NAME) String> recognisedBy,
            @Nullable @Size(max = 50) Map<String, @Size(max = Limits.NAME) String> constants,
            @NotEmpty @Size(max = 50) Map<String, Mapping.FieldRule> fields,
            @Nullable @Size(max = 20) List<Mapping.RefusalRule> refuse) {

        Mapping toMapping() {
            return new Mapping(
                    name,
                    description,
                    format,
                    kind,
                    source,
                    recognisedBy,
                    constants == null ? Map.of() : constants,
                    fields,
                    refuse == null ? List.of() : refuse);
        }
    }

    private final Mappings mappings;
    private final MappingStore added;
    private final Receipts receipts;

    MappingResource(Mappings mappings, MappingStore added, Receipts receipts) {
        this.mappings = mappings;
        this.added = added;
        this.receipts = receipts;
    }

    @GET
    @RolesAllowed({Role.VIEWER, Role.RESEARCHER, Role.CAMPAIGN_MANAGER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "All mappings, the built-in ones and the added ones")
    public Page<Mapping> list() {
        return new Page<>(List.copyOf(mappings.all()), null);
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({Role.VIEWER, Role.RESEARCHER, Role.CAMPAIGN_MANAGER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "One mapping")
    public Mapping get(@PathParam("name") @Size(max = Limits.NAME) String name) {
        return mappings.get(name);
    }

    @POST
    @RolesAllowed({Role.RESEARCHER, Role.ADMIN})
    @Operation(summary = "Adds a mapping: a new kind of file without a new release")
    public RestResponse<Mapping> add(@NotNull @Valid NewMapping mapping, @BeanParam Asked asked) {
        var name = mapping.name();
        var next = mapping.toMapping();
        receipts.take(asked.command());
        var decision = added.upsert(
                name,
                asked.command(),
                known -> Decision.unless(
                        mappings.isBuiltIn(name) || (known != null && !known.equals(next))
                                ? List.of(Reason.of("mapping.name-taken", "name", name))
                                : List.of(),
                        () -> next),
                Announcement.none());
        return Answers.created(URI.create("/api/v1/mappings/" + name), decision, versioned -> versioned.state());
    }
}
