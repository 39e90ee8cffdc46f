/**
 * How the house speaks HTTP: problem documents for everything that goes wrong, versions as {@code ETag}, repeatable
 * requests, pages and limits. Only resources use it.
 */
package dev.vouch.chassis.http;
