/** What became of each observation that was handed in: asked for under its event id. */
package dev.vouch.chassis.submission;
