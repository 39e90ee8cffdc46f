/** Taking the stores away and bringing them back: backup, restore, rebuild. Docs: {@code docs/operations.md}, ADR 0007. */
package dev.vouch.local.recovery;
