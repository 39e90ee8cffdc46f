/**
 * How observations come in: files with their mappings, and single ones by REST. Decides which rows are refused and why.
 *
 * <p>Publishes {@code vouch.discovery.profile-submissions}, as an outsider would.
 */
package dev.vouch.discovery.intake;
