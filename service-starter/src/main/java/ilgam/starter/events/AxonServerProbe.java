package ilgam.starter.events;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.beans.factory.ObjectProvider;

import ilgam.starter.messaging.EventStoreProbe;

import static java.util.concurrent.TimeUnit.SECONDS;

/**
 * Probes Axon Server by asking for its newest token, on the connection that commands and events use. A refused access
 * token is seen on the calls themselves: Axon's client reports only that it has no connection.
 */
final class AxonServerProbe implements EventStoreProbe {

    private static final long LONGEST_SECONDS = 10;

    private final AxonServerConfiguration settings;
    private final ObjectProvider<AxonServerConnectionManager> connections;
    private volatile boolean refused;

    AxonServerProbe(AxonServerConfiguration settings, ObjectProvider<AxonServerConnectionManager> connections) {
        this.settings = settings;
        this.connections = connections;
    }

    @Override
    public void ask() throws Exception {
        var newest = connections
                .getObject()
                .getConnection(settings.getContext())
                .eventChannel()
                .getLastToken()
                .get(LONGEST_SECONDS, SECONDS);
        if (newest != null) refused = false;
    }

    @Override
    public boolean isRefused() {
        return refused;
    }

    @Override
    public String address() {
        return settings.getServers();
    }

    /** Observes how each call ends. */
    ClientInterceptor listening() {
        return new Listening();
    }

    private final class Listening implements ClientInterceptor {

        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(
                MethodDescriptor<Q, A> method, CallOptions options, Channel channel) {
            return new SimpleForwardingClientCall<>(channel.newCall(method, options)) {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    super.start(
                            new SimpleForwardingClientCallListener<>(listener) {
                                @Override
                                public void onClose(Status status, Metadata trailers) {
                                    note(status);
                                    super.onClose(status, trailers);
                                }
                            },
                            headers);
                }
            };
        }
    }

    private void note(Status status) {
        switch (status.getCode()) {
            case UNAUTHENTICATED, PERMISSION_DENIED -> refused = true;
            case UNAVAILABLE, OK -> refused = false;
            default -> {}
        }
    }
}
