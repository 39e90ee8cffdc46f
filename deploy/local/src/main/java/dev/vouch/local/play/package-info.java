/**
 * Goes the five steps as people would: a marketer, an approver, an outreach manager, and the influencers who answer. Knows
 * the services only from outside, by REST, Kafka and mail, and plays nobody unless mail stays on this machine.
 */
package dev.vouch.local.play;
