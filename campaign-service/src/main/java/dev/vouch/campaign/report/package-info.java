/**
 * What the campaign promised, what came of it, and who brought it. Decides and publishes nothing; reads the other capabilities
 * at the moment it is asked.
 */
package dev.vouch.campaign.report;
