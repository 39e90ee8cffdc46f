/** How a message leaves the house. Knows nothing of contacts: it asks for the ledger's last word through a callback. */
package dev.vouch.outreach.channel;
