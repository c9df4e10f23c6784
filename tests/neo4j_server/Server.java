import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Neo4j Community with Bolt on a loopback port, for one run of the tests.
 *
 * <p>Takes the file of its settings, then, where its data shall outlive it, a folder to keep them in
 * and a port, 0 for any that is free. Without a folder the data lie in a temporary one and go with
 * the server. It prints one line with the Bolt address when it is ready, and ends when its standard
 * input closes: also when the test run is killed.
 */
public final class Server {
    private Server() {}

    public static void main(String[] arguments) throws IOException {
        boolean kept = arguments.length > 1;
        Path home = kept ? Path.of(arguments[1]) : Files.createTempDirectory("netmap-neo4j-");
        int port = kept ? Integer.parseInt(arguments[2]) : 0;
        int status = 1;
        try {
            serve(home, Path.of(arguments[0]), port);
            status = 0;
        } catch (Exception error) {
            error.printStackTrace();
        } finally {
            if (!kept) {
                delete(home);
            }
            // An orderly shutdown takes ten seconds to save what was just deleted.
            Runtime.getRuntime().halt(status);
        }
    }

    private static void serve(Path home, Path settings, int wanted) throws IOException {
        DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(home)
                .loadPropertiesFromFile(settings)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", wanted));
        if (Boolean.getBoolean("netmap.plan.once")) {
            builder.setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofHours(1));
        }
        DatabaseManagementService server = builder.build();
        GraphDatabaseAPI database = (GraphDatabaseAPI) server.database("neo4j");
        int port = database.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
        System.out.println("bolt://127.0.0.1:" + port);
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
