package dev.vouch.outreach.template;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.security.Role;
import dev.vouch.outreach.template.domain.Placeholder;
import dev.vouch.outreach.template.domain.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Singleton
@Path("/api/v1/templates")
@Tag(
        name = "Templates",
        description = "What is written to everybody, with named gaps for what is written to one person")
class TemplateResource {

    private final Templates templates;
    private final SaveTemplate saveTemplate;

    TemplateResource(Templates templates, SaveTemplate saveTemplate) {
        this.templates = templates;
        this.saveTemplate = saveTemplate;
    }

    record TemplateRequest(
            @NotBlank @Size(max = Limits.NAME) @Schema(examples = "{{displayName}}, eine Frage")
            String subject,

            @NotBlank @Size(max = Limits.TEXT) @Schema(examples = "Hallo {{displayName}},\n\n{{unsubscribe}}")
            String text) {}

    record TemplateView(
            String name, String language, String subject, String text, long version, List<String> placeholders) {}

    @GET
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    public Page<TemplateView> list() {
        return new Page<>(templates.all().stream().map(TemplateResource::view).toList(), null);
    }

    @GET
    @Path("{name}")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    public RestResponse<TemplateView> get(@PathParam("name") @Size(max = Limits.ID) String name) {
        return Answers.ok(templates.get(name), TemplateResource::view);
    }

    @PUT
    @Path("{name}")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.ADMIN})
    @Operation(summary = "Write a template anew; a gap that nothing can fill is refused")
    public RestResponse<TemplateView> put(
            @BeanParam Asked asked,
            @PathParam("name") @Size(max = Limits.ID) String name,
            @NotNull @Valid TemplateRequest request) {
        return Answers.ok(
                saveTemplate.save(name, request.subject(), request.text(), asked.edit()), TemplateResource::view);
    }

    private static TemplateView view(Versioned<Template> template) {
        var state = template.state();
        return new TemplateView(
                state.name(), state.language(), state.subject(), state.text(), template.version(), Placeholder.words());
    }
}
