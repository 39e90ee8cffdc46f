/**
 * What a text is about and in which language, for German and English; and who says certain words. Reads and publishes no topic.
 */
package dev.vouch.discovery.search;
