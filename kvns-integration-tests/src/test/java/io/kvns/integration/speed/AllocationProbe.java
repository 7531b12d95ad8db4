package io.kvns.integration.speed;

import com.sun.management.ThreadMXBean;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A process of its own, in which the checked mode and assertions are off: starts a server, sends it one command over and over
 * through a socket, and prints how many bytes the server's loop allocated on the heap for each.
 *
 * <p>Arguments: requests in a write, then the command.
 */
final class AllocationProbe
{
    private static final int WARM_UP_WRITES = 60_000;
    private static final int MEASURED_WRITES = 20_000;
    private static final String LOOP = "kvns-loop";

    private AllocationProbe()
    {
    }

    public static void main(String[] arguments)
            throws IOException
    {
        int pipeline = Integer.parseInt(arguments[0]);
        String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
        try (TestServer server = TestServer.start("--event-loops", "1")) {
            prepare(server);
            byte[] request = request(pipeline, command);
            byte[] reply = new byte[64 * 1024];
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.setTcpNoDelay(true);
                int replyBytes = exchangeFirst(socket, request, reply);
                exchange(socket, request, reply, replyBytes, WARM_UP_WRITES);
                long before = allocatedByLoop();
                exchange(socket, request, reply, replyBytes, MEASURED_WRITES);
                long allocated = allocatedByLoop() - before;
                System.out.println("allocated " + allocated + " bytes for " + (long) MEASURED_WRITES * pipeline + " requests");
            }
        }
    }

    private static void prepare(TestServer server)
    {
        try (RespConnection connection = server.connect()) {
            connection.command("SET", "key", "v".repeat(64));
            // INCR keeps the number of its digits, so that each batch has replies of the same length.
            connection.command("SET", "counter", "1000000000000");
        }
    }

    private static byte[] request(int pipeline, String[] command)
    {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int number = 0; number < pipeline; number++) {
            requests.writeBytes(RespConnection.encode((Object[]) command));
        }
        return requests.toByteArray();
    }

    private static int exchangeFirst(Socket socket, byte[] request, byte[] reply)
            throws IOException
    {
        socket.getOutputStream().write(request);
        // The end of the replies is told by one more request, whose reply is known.
        socket.getOutputStream().write(RespConnection.encode("ECHO", "the end"));
        byte[] end = "$7\r\nthe end\r\n".getBytes(StandardCharsets.US_ASCII);
        int received = 0;
        while (received < end.length || !Arrays.equals(reply, received - end.length, received, end, 0, end.length)) {
            received += socket.getInputStream().read(reply, received, reply.length - received);
        }
        return received - end.length;
    }

    private static void exchange(Socket socket, byte[] request, byte[] reply, int replyBytes, int writes)
            throws IOException
    {
        OutputStream output = socket.getOutputStream();
        InputStream input = socket.getInputStream();
        for (int number = 0; number < writes; number++) {
            output.write(request);
            int received = 0;
            while (received < replyBytes) {
                received += input.read(reply, 0, replyBytes - received);
            }
        }
    }

    private static long allocatedByLoop()
    {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            if (threads.getThreadInfo(id).getThreadName().startsWith(LOOP)) {
                return threads.getThreadAllocatedBytes(id);
            }
        }
        throw new IllegalStateException("there is no thread " + LOOP);
    }
}
