package nightfill.harness;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequestManager;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Watches a virtual machine as a debugger does, and holds it at a place that it comes to. */
final class Watch implements AutoCloseable {

    private static final long PATIENCE = Child.PATIENCE.toMillis();

    private final ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(it -> it.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    private final Map<String, Connector.Argument> arguments = connector.defaultArguments();
    private final String address;
    private @Nullable VirtualMachine held;

    public Watch() throws IOException, IllegalConnectorArgumentsException {
        argument("localAddress").setValue("127.0.0.1");
        argument("timeout").setValue(Long.toString(PATIENCE));
        address = connector.startListening(arguments);
    }

    private Connector.Argument argument(String name) {
        return Objects.requireNonNull(arguments.get(name), name);
    }

    /** What lets a virtual machine be watched from its first moment on. */
    public List<String> options() {
        return List.of("-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address);
    }

    /** Returns when the machine, and all that runs in it, stands still at the last of the places, come to in this order. */
    public void holdAt(List<Place> way) throws IOException, InterruptedException, IllegalConnectorArgumentsException {
        VirtualMachine machine = connector.accept(arguments);
        held = machine;
        for (Place place : way) {
            try {
                goTo(machine, place);
            } catch (VMDisconnectedException e) {
                throw new AssertionError("it ended before it came to a place: " + place, e);
            }
        }
    }

    /** Lets the machine that was held go on unwatched. */
    public void release() {
        Objects.requireNonNull(held, "held before it is released").dispose();
    }

    private static void goTo(VirtualMachine machine, Place place) throws InterruptedException {
        ClassPrepareRequest loading = machine.eventRequestManager().createClassPrepareRequest();
        loading.addClassFilter(place.type());
        loading.enable();
        machine.classesByName(place.type()).forEach(type -> breakAt(type, place));
        ThreadReference thread = null;
        for (int time = 0; time < place.time(); time++) {
            thread = ((BreakpointEvent) next(machine, place, BreakpointEvent.class::isInstance)).thread();
        }
        machine.eventRequestManager().deleteAllBreakpoints();
        machine.eventRequestManager().deleteEventRequest(loading);
        if (place.behind() && thread != null) {
            leave(machine, thread, place);
        }
    }

    private static void breakAt(ReferenceType type, Place place) {
        List<Method> methods = type.methodsByName(place.method());
        if (methods.isEmpty()) {
            throw new AssertionError("there is no such place: " + place);
        }
        for (Method method : methods) {
            if (!method.isAbstract() && !method.isBridge()) {
                type.virtualMachine()
                        .eventRequestManager()
                        .createBreakpointRequest(method.location())
                        .enable();
            }
        }
    }

    private static void leave(VirtualMachine machine, ThreadReference thread, Place place) throws InterruptedException {
        EventRequestManager requests = machine.eventRequestManager();
        StepRequest step = requests.createStepRequest(thread, StepRequest.STEP_MIN, StepRequest.STEP_OUT);
        step.enable();
        next(machine, place, StepEvent.class::isInstance);
        requests.deleteEventRequest(step);
    }

    /** Lets the machine run until that happens. */
    private static Event next(VirtualMachine machine, Place place, Predicate<Event> wanted)
            throws InterruptedException {
        while (true) {
            machine.resume();
            EventSet events = machine.eventQueue().remove(PATIENCE);
            if (events == null) {
                throw new AssertionError("it did not come to a place in time: " + place);
            }
            for (Event event : events) {
                if (event instanceof ClassPrepareEvent loaded) {
                    breakAt(loaded.referenceType(), place);
                } else if (wanted.test(event)) {
                    return event;
                }
            }
        }
    }

    @Override
    public void close() throws IOException, IllegalConnectorArgumentsException {
        connector.stopListening(arguments);
    }
}
