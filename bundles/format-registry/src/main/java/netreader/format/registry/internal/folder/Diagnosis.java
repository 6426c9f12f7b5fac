package netreader.format.registry.internal.folder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import netreader.format.BookFormat;
import netreader.format.registry.internal.FormatState;
import netreader.format.registry.internal.InstalledFormats;
import netreader.format.registry.internal.folder.JarContents.Unusable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Says of a bundle whether it brings a format, and if not, why. */
record Diagnosis(
        FolderBundles bundles,
        Requirements requirements,
        ServiceComponentRuntime components,
        InstalledFormats formats) {
    /** What a bundle has come to; the sentence goes behind the file's name. */
    record Finding(JarState state, String sentence) {}

    Finding of(Bundle bundle) {
        Optional<String> failure = bundles.failure(bundle);
        if (failure.isPresent()) {
            return new Finding(JarState.FAILED, "does not start: " + failure.get());
        }
        if (bundle.getState() == Bundle.INSTALLED) {
            Unusable missing = requirements
                    .missing(bundle)
                    .orElse(new Unusable(JarState.WAITS, "cannot be resolved with the bundles that are here"));
            return new Finding(missing.state(), missing.sentence());
        }
        List<FormatState> states = formats.of(bundle);
        return states.isEmpty() ? withoutFormat(bundle) : withFormats(states);
    }

    private static Finding withFormats(List<FormatState> states) {
        List<String> sentences = new ArrayList<>();
        states.forEach(state -> sentences.add(state.sentence()));
        JarState state = states.stream().anyMatch(FormatState::serves)
                ? JarState.SERVES
                : states.stream().anyMatch(FormatState::usable) ? JarState.STANDS_BY : JarState.FAILED;
        return new Finding(state, String.join("; ", sentences));
    }

    private Finding withoutFormat(Bundle bundle) {
        List<Finding> findings = new ArrayList<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
                of(component, configuration).ifPresent(findings::add);
            }
        }
        if (!findings.isEmpty()) {
            return findings.get(0);
        }
        Optional<String> unloadable = unloadable(bundle);
        if (unloadable.isPresent()) {
            return new Finding(JarState.FAILED, "has a component whose class does not load: " + unloadable.get());
        }
        if (registersFormat(bundle)) {
            return new Finding(JarState.FAILED, "has a format that cannot be had");
        }
        boolean promised = bundle.getHeaders("").get("Service-Component") != null
                && components.getComponentDescriptionDTOs(bundle).isEmpty();
        return promised
                ? new Finding(
                        JarState.FAILED,
                        "has no component that can be read, though its manifest names "
                                + bundle.getHeaders("").get("Service-Component"))
                : new Finding(JarState.NO_FORMAT, "is a bundle without a format");
    }

    private static Optional<Finding> of(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            return Optional.of(new Finding(
                    JarState.FAILED,
                    "has a component that fails, " + component.name + ": " + Sentences.ofTrace(configuration.failure)));
        }
        if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
            List<String> lacks = new ArrayList<>();
            for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                lacks.add(reference.name);
            }
            return Optional.of(new Finding(
                    JarState.WAITS,
                    "has a component, " + component.name + ", that waits for the services "
                            + services(component, lacks)));
        }
        if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
            return Optional.of(new Finding(
                    JarState.WAITS,
                    "has a component, " + component.name + ", that waits for its configuration "
                            + String.join(", ", component.configurationPid)));
        }
        return Optional.empty();
    }

    private static String services(ComponentDescriptionDTO component, List<String> references) {
        return String.join(
                ", ",
                Arrays.stream(component.references)
                        .filter(reference -> references.contains(reference.name))
                        .map(reference -> reference.interfaceName)
                        .toList());
    }

    private Optional<String> unloadable(Bundle bundle) {
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
            try {
                bundle.loadClass(component.implementationClass);
            } catch (ClassNotFoundException | LinkageError e) {
                return Optional.of(Sentences.firstLine(e));
            }
        }
        return Optional.empty();
    }

    private static boolean registersFormat(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services != null
                && Arrays.stream(services)
                        .anyMatch(service -> Arrays.asList((String[]) service.getProperty(Constants.OBJECTCLASS))
                                .contains(BookFormat.class.getName()));
    }
}
