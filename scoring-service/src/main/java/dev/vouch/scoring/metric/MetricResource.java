package dev.vouch.scoring.metric;

import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.security.Role;
import dev.vouch.scoring.metric.domain.Metric;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/metrics")
@Tag(name = "metrics", description = "The metric dictionary")
class MetricResource {

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
    @Operation(summary = "Every metric with its formula")
    public Page<MetricView> dictionary() {
        return new Page<>(Stream.of(Metric.values()).map(MetricView::of).toList(), null);
    }

    record MetricView(
            @Schema(examples = "er_followers_median") String id,
            @Schema(examples = "percent") String unit,
            String formula,

            @Schema(description = "Fewer observations are INSUFFICIENT_DATA")
            int minimum,

            @Schema(description = "From so many observations on the value is SUFFICIENT")
            int enough) {

        static MetricView of(Metric metric) {
            return new MetricView(metric.id(), metric.unit(), metric.formula(), metric.minimum(), metric.enough());
        }
    }
}
