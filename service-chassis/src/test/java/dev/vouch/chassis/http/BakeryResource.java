package dev.vouch.chassis.http;

import com.mongodb.MongoTimeoutException;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.IdempotencyConflict;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.OutboxFull;
import dev.vouch.chassis.aggregate.StaleVersion;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.event.EventTooLarge;
import dev.vouch.chassis.observability.TraceContext;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A door such as services have, package-private as theirs, with nothing behind it. */
@Path("/api/v1/cakes")
@Singleton
class BakeryResource {

    enum CakeSize {
        SMALL,
        LARGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record CakeRequest(
            @NotBlank @Size(max = Limits.NAME) String name,
            @NotNull @Size(max = 3) List<@Valid Layer> layers,
            @Nullable CakeSize size,
            @Nullable LocalDate bakedOn,
            @Nullable Integer candles) {}

    record Layer(@NotBlank String taste, int millimetres) {}

    record CakeView(
            String id,
            long version,
            String name,
            @Nullable CakeSize size,
            @Nullable String note) {}

    record CommandView(
            String actor,
            String newId,
            @Nullable Long expectedVersion,
            @Nullable String key,
            @Nullable String bodyHash) {}

    @POST
    @RolesAllowed({Role.RESEARCHER, Role.ADMIN})
    public RestResponse<CakeView> create(@BeanParam Asked asked, @Valid @NotNull CakeRequest request) {
        var id = asked.newId();
        return Answers.created(
                URI.create("/api/v1/cakes/" + id),
                Decision.accepted(new Versioned<>(id, 1, request)),
                cake -> new CakeView(
                        cake.id(),
                        cake.version(),
                        cake.state().name(),
                        cake.state().size(),
                        null));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.VIEWER)
    public RestResponse<CakeView> read(@PathParam("id") String id) {
        return Answers.ok(
                new Versioned<>(id, 7, "Zupfkuchen"),
                cake -> new CakeView(cake.id(), cake.version(), cake.state(), CakeSize.LARGE, null));
    }

    @POST
    @Path("{id}/command")
    @RolesAllowed(Role.RESEARCHER)
    public CommandView command(@BeanParam Asked asked, @Nullable CakeRequest request) {
        return view(asked, asked.command());
    }

    @POST
    @Path("{id}/command-without-body")
    @RolesAllowed(Role.RESEARCHER)
    public CommandView commandWithoutBody(@BeanParam Asked asked) {
        return view(asked, asked.command());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.RESEARCHER)
    public CommandView edit(@BeanParam Asked asked, CakeRequest request) {
        return view(asked, asked.edit());
    }

    @POST
    @Path("stream")
    @RolesAllowed(Role.RESEARCHER)
    public Map<String, Long> stream(InputStream body) throws IOException {
        return Map.of("bytes", body.transferTo(OutputStream.nullOutputStream()));
    }

    @GET
    @RolesAllowed(Role.VIEWER)
    public Page<String> list(@BeanParam Paging paging, @QueryParam("max") @Max(10) @Nullable Integer max) {
        var after = paging.after();
        int from = after == null ? 0 : Integer.parseInt(after) + 1;
        var found = IntStream.range(from, 5)
                .limit(paging.limit() + 1L)
                .mapToObj(String::valueOf)
                .toList();
        return Page.of(found, paging.limit(), item -> item).map(item -> "cake " + item);
    }

    @GET
    @Path("trouble/{kind}")
    @RolesAllowed(Role.VIEWER)
    public RestResponse<CakeView> trouble(@PathParam("kind") String kind) {
        return switch (kind) {
            case "not-found" -> throw new NotFound("cakes", "c1");
            case "stale" -> throw new StaleVersion("c1", 3, 4);
            case "outbox-full" -> throw new OutboxFull("c1", 50);
            case "conflict" -> throw new IdempotencyConflict("k1");
            case "too-large" -> throw new EventTooLarge("dev.vouch.cake.baked.v1", 300_000, 262_144);
            case "refused" ->
                Answers.ok(
                        Decision.<Versioned<String>>refused(
                                Reason.of(
                                        "cake.too-dear",
                                        "priceMinorUnits",
                                        123_456,
                                        "currency",
                                        "EUR",
                                        "layers",
                                        12_000),
                                Reason.of("cake.untold")),
                        cake -> new CakeView(cake.id(), 1, "", null, null));
            case "store-away" ->
                throw new IllegalStateException(
                        "wrapped", new MongoTimeoutException("Timed out while waiting for a server at secret-host"));
            case "teapot" -> throw new WebApplicationException("secret message", 418);
            case "bug" -> throw new IllegalStateException("secret message");
            default -> throw new AssertionError(kind);
        };
    }

    @GET
    @Path("trace")
    @RolesAllowed(Role.VIEWER)
    public Map<String, String> trace() {
        return Map.of("traceparent", String.valueOf(TraceContext.current()));
    }

    /** Somebody forgot to say who may. */
    @GET
    @Path("forgotten")
    public String forgotten() {
        return "open";
    }

    private static CommandView view(Asked asked, Command command) {
        var repeatable = command.repeatable();
        return new CommandView(
                command.actor(),
                asked.newId(),
                command.expectedVersion(),
                repeatable == null ? null : repeatable.key(),
                repeatable == null ? null : repeatable.bodyHash());
    }
}
