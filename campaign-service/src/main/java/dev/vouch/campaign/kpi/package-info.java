/**
 * From observations to figures.
 *
 * <p>Decides: how each KPI is reckoned. Reads: {@code post.measured}, {@code conversion.recorded}. Publishes: {@code
 * kpi.measured}.
 */
package dev.vouch.campaign.kpi;
