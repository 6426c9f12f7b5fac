/** Tracks the formats that are installed and owns every open book. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package netreader.format.registry;
