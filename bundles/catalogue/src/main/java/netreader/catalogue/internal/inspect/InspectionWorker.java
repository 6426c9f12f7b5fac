package netreader.catalogue.internal.inspect;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import netreader.format.registry.FormatRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Inspects books in a process of its own, which a server has started: requests come on its standard input, replies go to
 * its standard output, and the end of the requests is the end of the process.
 */
@Component(
        service = InspectionWorker.class,
        immediate = true,
        configurationPid = "netreader.worker",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WorkerConfig.class)
public final class InspectionWorker {
    @Activate
    public InspectionWorker(WorkerConfig config, @Reference FormatRegistry formats) {
        // The descriptors themselves: System.out leads to standard error, for whatever a library prints.
        WorkerLoop loop = new WorkerLoop(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new InProcessInspector(formats, Path.of(config.formats()), CoverPicture::read));
        new Thread(loop, "netreader-requests").start();
    }
}
