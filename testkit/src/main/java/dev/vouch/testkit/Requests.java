package dev.vouch.testkit;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests to the service under test. */
public final class Requests {

    private Requests() {}

    /** A JSON request by somebody with this one role. */
    public static RequestSpecification as(String role) {
        return anonymous().auth().oauth2(Tokens.of(role));
    }

    public static RequestSpecification anonymous() {
        return RestAssured.given().contentType(ContentType.JSON).accept(ContentType.JSON);
    }
}
