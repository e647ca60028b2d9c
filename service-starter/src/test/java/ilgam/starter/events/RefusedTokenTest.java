package ilgam.starter.events;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import ilgam.starter.sample.SampleContext;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A server that answers every call as Axon Server does when the token is wrong. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedTokenTest {

    @Test
    void a_refused_token_is_logged_and_not_mistaken_for_a_server_that_is_away(CapturedOutput output) throws Exception {
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .fallbackHandlerRegistry(new Refusing())
                .build()
                .start();
        var starting = Thread.ofPlatform().unstarted(() -> start(server.getPort()));
        try {
            starting.start();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> output.getAll()
                            .contains("Waiting for the event store at 127.0.0.1:" + server.getPort()
                                    + ": it refuses this process"));
            assertThat(starting.isAlive()).as("it goes on waiting").isTrue();
        } finally {
            starting.interrupt();
            starting.join(Duration.ofSeconds(30));
            server.shutdownNow();
        }
        assertThat(starting.isAlive()).as("a stop ends the waiting").isFalse();
    }

    private static void start(int port) {
        try {
            SampleContext.start(
                            Postgres.context("work"),
                            "--ilgam.events=axon-server",
                            "--axon.axonserver.servers=127.0.0.1:" + port,
                            "--axon.axonserver.token=wrong")
                    .close();
        } catch (RuntimeException stopped) {
            assertThat(stopped).hasStackTraceContaining("Stopped while waiting for the event store.");
        }
    }

    private static final class Refusing extends HandlerRegistry {

        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
            var descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                    .setFullMethodName(method)
                    .setType(MethodDescriptor.MethodType.UNKNOWN)
                    .setRequestMarshaller(new Nothing())
                    .setResponseMarshaller(new Nothing())
                    .build();
            return ServerMethodDefinition.create(descriptor, (call, _) -> {
                call.close(Status.PERMISSION_DENIED.withDescription("Invalid token for " + method), new Metadata());
                return new ServerCall.Listener<>() {};
            });
        }
    }

    private static final class Nothing implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public java.io.InputStream stream(byte[] value) {
            return java.io.InputStream.nullInputStream();
        }

        @Override
        public byte[] parse(java.io.InputStream stream) {
            return new byte[0];
        }
    }
}
