/** Who may do what: roles on methods, everything else denied; tokens are checked locally. */
package dev.vouch.chassis.security;
