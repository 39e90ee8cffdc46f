/**
 * How a service hears: bytes in batches, single dead letters, retry while the store or broker is away, and the rules that make
 * it safe to be told anything twice. A handler never throws.
 */
package dev.vouch.chassis.consumer;
