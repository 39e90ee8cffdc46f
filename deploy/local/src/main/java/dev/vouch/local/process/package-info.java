/**
 * Starts, watches, restarts and stops the processes of one machine. Decides which ports and which folder an installation
 * has; reads nothing of the product and publishes nothing.
 */
package dev.vouch.local.process;
