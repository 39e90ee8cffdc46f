package dev.vouch.scoring.benchmark;

import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.security.Role;
import dev.vouch.scoring.benchmark.domain.BenchmarkCell;
import dev.vouch.scoring.benchmark.domain.BenchmarkSnapshot;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/benchmarks")
@Tag(name = "benchmarks", description = "Whom an account is compared with")
class BenchmarkResource {

    private final Benchmarks benchmarks;

    BenchmarkResource(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

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
    @Operation(summary = "The newest benchmarks")
    public BenchmarkView latest() {
        return BenchmarkView.of(benchmarks.latest());
    }

    @GET
    @Path("{snapshotId}")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "The benchmarks that a score names")
    public BenchmarkView snapshot(@PathParam("snapshotId") @Size(max = Limits.ID) String snapshotId) {
        return BenchmarkView.of(benchmarks.find(snapshotId).orElseThrow(() -> new NotFound("benchmarks", snapshotId)));
    }

    record BenchmarkView(
            String snapshotId,
            @Schema(examples = "er_followers_median") String metric,
            Instant takenAt,

            @Schema(description = "Own accounts that were counted")
            int accounts,

            List<BenchmarkCellView> cells) {

        static BenchmarkView of(BenchmarkSnapshot snapshot) {
            return new BenchmarkView(
                    snapshot.id(),
                    snapshot.metric(),
                    snapshot.takenAt(),
                    snapshot.accounts(),
                    snapshot.cells().stream().map(BenchmarkCellView::of).toList());
        }
    }

    record BenchmarkCellView(
            @Schema(examples = "instagram") String platform,
            @Schema(examples = "10k-25k") String tier,

            @Schema(examples = "food", description = "* where every category counts")
            String category,

            @Schema(description = "0 where the publication does not say")
            int accounts,

            BenchmarkCell.Origin origin,
            String source,
            int year,

            @Schema(description = "Ranks in percent, ascending")
            List<Integer> percents,

            @Schema(description = "The value in percent at each rank")
            List<Double> values) {

        static BenchmarkCellView of(BenchmarkCell cell) {
            return new BenchmarkCellView(
                    cell.platform(),
                    cell.tier(),
                    cell.category(),
                    cell.accounts(),
                    cell.origin(),
                    cell.source(),
                    cell.year(),
                    cell.percents(),
                    cell.values());
        }
    }
}
