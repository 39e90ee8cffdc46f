/** What the team writes: texts with named gaps. Decides which gaps a text may have; reads and publishes nothing. */
package dev.vouch.outreach.template;
