import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Neo4j Community with Bolt on a free loopback port, for one run of the tests.
 *
 * <p>Takes the file of its settings as its only argument, keeps its data in a temporary folder,
 * prints one line with the Bolt address when it is ready, and ends when its standard input closes:
 * also when the test run is killed. The data goes with it.
 */
public final class Server {
    private Server() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("netmap-neo4j-");
        int status = 1;
        try {
            serve(home, Path.of(arguments[0]));
            status = 0;
        } catch (Exception error) {
            error.printStackTrace();
        } finally {
            delete(home);
            // An orderly shutdown takes ten seconds to save what was just deleted.
            Runtime.getRuntime().halt(status);
        }
    }

    private static void serve(Path home, Path settings) throws IOException {
        DatabaseManagementService server =
                new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(settings).build();
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
