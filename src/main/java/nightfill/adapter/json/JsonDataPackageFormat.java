package nightfill.adapter.json;

import java.util.Locale;
import nightfill.application.report.DataPackage;
import nightfill.application.report.DataPackageFormat;
import nightfill.application.report.Report;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.run.RunName;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code datapackage.json}: a Tabular Data Package of the Frictionless standard, version 1. */
public final class JsonDataPackageFormat implements DataPackageFormat {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public byte[] bytes(DataPackage reports) {
        RunName run = reports.run();
        ObjectNode described = mapper.createObjectNode()
                .put("profile", "tabular-data-package")
                .put("name", "nightfill-%s-run-%d".formatted(run.date(), run.number()))
                .put("id", run.directory())
                .put("title", "Nightfill " + run.title())
                .put("date", run.date().toString())
                .put("run", run.number());
        ArrayNode resources = described.putArray("resources");
        reports.files().forEach((report, file) -> {
            ObjectNode resource = resources.addObject();
            describe(report, file, resource);
            new TableSchema(report, reports.rules()).describe(resource.putObject("schema"));
        });
        return IndentedJson.bytes(mapper, described);
    }

    static String name(Report report) {
        return report.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void describe(Report report, Written file, ObjectNode resource) {
        resource.put("profile", "tabular-data-resource")
                .put("name", name(report))
                .put("title", report.title())
                .put("path", report.fileName())
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8")
                .put("bytes", file.bytes())
                .put("hash", "sha256:" + file.sha256());
        resource.putObject("dialect")
                .put("delimiter", ",")
                .put("lineTerminator", "\r\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("skipInitialSpace", false)
                .put("header", true)
                .put("caseSensitiveHeader", true);
    }
}
