package dev.vouch.chassis.http;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for: {@code @BeanParam Paging paging}. */
public class Paging {

    // text, because the framework would answer 404 to what is no number
    @QueryParam("limit")
    @Parameter(
            description = "Items of the page",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + Limits.PAGE_MAX,
                            defaultValue = "" + Limits.PAGE))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before")
    @Nullable
    String cursor;

    public int limit() {
        if (limit == null) {
            return Limits.PAGE;
        }
        if (!limit.matches("\\d{1,4}")) {
            throw outOfRange();
        }
        int asked = Integer.parseInt(limit);
        if (asked < 1 || asked > Limits.PAGE_MAX) {
            throw outOfRange();
        }
        return asked;
    }

    /** The key that the page before ended with; null for the first page. */
    public @Nullable String after() {
        return cursor == null ? null : Cursor.decode(cursor);
    }

    private static InvalidRequest outOfRange() {
        return new InvalidRequest("limit", "must be between 1 and " + Limits.PAGE_MAX);
    }
}
