package dev.vouch.campaign.budget;

import dev.vouch.campaign.budget.domain.Budget;
import dev.vouch.campaign.budget.domain.Reservation;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Singleton
@Path("/api/v1")
@Tag(name = "Budget", description = "What a campaign may spend and has promised")
class BudgetResource {

    private final BudgetStore budgets;

    BudgetResource(BudgetStore budgets) {
        this.budgets = budgets;
    }

    record BudgetView(
            String campaignId,
            @Schema(examples = "EUR") String currency,
            @Schema(examples = "500000") long budgetMinorUnits,
            @Schema(examples = "120000") long reservedMinorUnits,
            @Schema(examples = "380000") long availableMinorUnits,
            List<ReservationView> reservations) {

        static BudgetView of(Versioned<Budget> budget) {
            var state = budget.state();
            return new BudgetView(
                    state.campaignId(),
                    state.amount().currency(),
                    state.amount().minorUnits(),
                    state.reserved().minorUnits(),
                    state.available().minorUnits(),
                    state.reservations().stream().map(ReservationView::of).toList());
        }
    }

    record ReservationView(
            String id,
            String collaborationId,
            @Schema(examples = "40000") long amountMinorUnits,
            Reservation.Status status) {

        static ReservationView of(Reservation reservation) {
            return new ReservationView(
                    reservation.id(),
                    reservation.collaborationId(),
                    reservation.amountMinorUnits(),
                    reservation.status());
        }
    }

    @GET
    @Path("/campaigns/{id}/budget")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(operationId = "getBudget", summary = "The budget with its reservations; there is none before the launch")
    public RestResponse<BudgetView> get(@PathParam("id") @Size(max = Limits.ID) String campaignId) {
        return Answers.ok(budgets.get(campaignId), BudgetView::of);
    }
}
