package ilgam.starter.events;

import java.util.function.LongConsumer;

import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/**
 * Measures the calls that append to Axon Server and read an aggregate's events there. An append is one transaction. The
 * endless stream of the processors is not measured.
 */
final class MeasuredCalls implements ClientInterceptor {

    private static final String APPEND = EventStoreGrpc.getAppendEventMethod().getFullMethodName();
    private static final String READ =
            EventStoreGrpc.getListAggregateEventsMethod().getFullMethodName();

    private final StoreMetrics metrics;

    MeasuredCalls(StoreMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        var call = next.newCall(method, options);
        var duration = durationOf(method.getFullMethodName());
        return duration == null ? call : new Measured<>(call, duration);
    }

    private @Nullable LongConsumer durationOf(String method) {
        if (method.equals(READ)) return metrics::wasRead;
        if (!method.equals(APPEND)) return null;
        metrics.appends();
        metrics.transaction();
        return metrics::wasAppended;
    }

    private static final class Measured<Q, A> extends SimpleForwardingClientCall<Q, A> {

        private final LongConsumer duration;

        Measured(ClientCall<Q, A> call, LongConsumer duration) {
            super(call);
            this.duration = duration;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            var began = System.nanoTime();
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            duration.accept(System.nanoTime() - began);
                            super.onClose(status, trailers);
                        }
                    },
                    headers);
        }
    }
}
