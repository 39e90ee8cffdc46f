package dev.vouch.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One endpoint as the OpenAPI document describes it. */
record Operation(String method, String path, JsonNode description) {

    /** The operations under {@code /api}; what Quarkus itself offers is not ours to prove. */
    static List<Operation> allOf(JsonNode openApi) {
        var operations = new ArrayList<Operation>();
        openApi.get("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/api/")) {
                path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())));
            }
        });
        return operations;
    }

    /** Asks it with the given path parameters; those without a value get one that names nothing. */
    Response ask(RequestSpecification request, Map<String, String> pathValues) {
        return request.urlEncodingEnabled(false).request(method, filled(pathValues));
    }

    Response ask(RequestSpecification request) {
        return ask(request, Map.of());
    }

    boolean takesJson() {
        return description.at("/requestBody/content").has("application/json");
    }

    boolean hasParameter(String name) {
        return StreamSupport.stream(description.path("parameters").spliterator(), false)
                .anyMatch(each -> each.path("name").asText().equals(name));
    }

    boolean hasPathParameters() {
        return path.contains("{");
    }

    /** The first role that is let in, asked where nothing can happen: without a body and about nothing that exists. */
    @Nullable
    String openTo() {
        return Roles.ALL.stream().filter(this::lets).findFirst().orElse(null);
    }

    @Nullable
    String closedTo() {
        return Roles.ALL.stream().filter(role -> !lets(role)).findFirst().orElse(null);
    }

    private boolean lets(String role) {
        return ask(Requests.as(role)).statusCode() != 403;
    }

    /** Its path and the query that it cannot do without; about nothing that exists. */
    String target() {
        var target = new StringBuilder(filled(Map.of()));
        for (var parameter : description.path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                target.append(target.indexOf("?") < 0 ? '?' : '&')
                        .append(parameter.path("name").asText())
                        .append("=nothing-has-this-id");
            }
        }
        return target.toString();
    }

    private String filled(Map<String, String> values) {
        var filled = path;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return RestAssured.basePath + filled.replaceAll("\\{[^}]+}", "nothing-has-this-id");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
