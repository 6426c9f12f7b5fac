/** Boots Felix with the bundles of a role. Shares no class with the bundles but the JDK's and OSGi's. */
package netreader.launcher;
