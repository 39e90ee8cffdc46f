/** What two services use and no marketer would recognise. */
package dev.vouch.chassis;
