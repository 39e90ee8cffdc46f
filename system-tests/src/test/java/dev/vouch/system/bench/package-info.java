/** Figures of a whole installation on this machine. Nothing here asserts: a machine's speed is no property of the code. */
package dev.vouch.system.bench;
