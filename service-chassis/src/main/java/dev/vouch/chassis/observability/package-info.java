/** What an operator sees: probes, metrics, and the trace that ties a request to the events that followed from it. */
package dev.vouch.chassis.observability;
