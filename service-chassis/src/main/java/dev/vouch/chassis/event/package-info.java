/** CloudEvents on Kafka: bytes to checked records and back. */
package dev.vouch.chassis.event;
