/** Stores are lost, thrown away and brought back, on real processes. */
package dev.vouch.system.recovery;
