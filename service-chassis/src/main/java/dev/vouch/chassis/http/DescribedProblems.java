package dev.vouch.chassis.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in every service's OpenAPI document that whatever an operation does not name is answered with a {@link Problem}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescribedProblems implements OASFilter {

    private static final String NAME = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(NAME, problem()).addResponse(NAME, response());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(DescribedProblems::describe);
    }

    private static void describe(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation.getResponses().setDefaultValue(OASFactory.createAPIResponse().ref("#/components/responses/" + NAME));
    }

    private static APIResponse response() {
        return OASFactory.createAPIResponse()
                .description("Refused, not possible, or failed; says why")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + NAME))));
    }

    private static Schema problem() {
        return object(Map.of(
                        "type", text("https://vouch.dev/problems/refused"),
                        "title", text("The rules refuse this"),
                        "status", of(Schema.SchemaType.INTEGER, 409),
                        "detail", text("4f1c is at version 4, not 3"),
                        "instance", text("/api/v1/campaigns/4f1c/launch"),
                        "traceId", text("0af7651916cd43dd8448eb211c80319c"),
                        "violations", list(violation()),
                        "reasons", list(reason())))
                .description("RFC 9457 problem document")
                .required(List.of("type", "title", "status"));
    }

    private static Schema violation() {
        return object(Map.of("field", text("brief.topics[0].word"), "message", text("must not be blank")));
    }

    private static Schema reason() {
        return object(Map.of(
                "code", text("campaign.without-kpi"),
                "facts", OASFactory.createSchema().addType(Schema.SchemaType.OBJECT),
                "sentence", text("A campaign needs at least one KPI before it is launched.")));
    }

    private static Schema object(Map<String, Schema> properties) {
        var object = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        // in one order, so that a checked-in document stays as it is
        properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(property -> object.addProperty(property.getKey(), property.getValue()));
        return object;
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(items);
    }

    private static Schema text(String example) {
        return of(Schema.SchemaType.STRING, example);
    }

    private static Schema of(Schema.SchemaType type, Object example) {
        return OASFactory.createSchema().addType(type).addExample(example);
    }
}
