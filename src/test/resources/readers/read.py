"""Opens the CSV reports of a run with LibreOffice and DuckDB, and tells every cell that is calculated, split or lost."""
import csv
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SPREADSHEET = {"table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
               "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0"}
FILTERS = {"comma": "44,34,76,1", "comma, semicolon and tab": "44/59/9,34,76,1"}
csv.field_size_limit(2**24)


def name(space, tag):
    return "{%s}%s" % (SPREADSHEET[space], tag)


def records(report):
    with report.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file)]


def opened(report, separators):
    """The rows of cells, each as (shown, formula), without empty cells behind the last one."""
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(
            ["soffice", "-env:UserInstallation=file://%s/profile" % place, "--headless",
             "--infilter=Text - txt - csv (StarCalc):" + separators, "--convert-to", "fods", "--outdir", place, str(report)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        tree = ElementTree.parse(pathlib.Path(place, report.stem + ".fods"))
    rows = []
    for row in tree.iter(name("table", "table-row")):
        cells = []
        for cell in row:
            shown = "\n".join("".join(text.itertext()) for text in cell.findall("text:p", SPREADSHEET))
            times = int(cell.get(name("table", "number-columns-repeated"), "1"))
            cells += [(shown, cell.get(name("table", "formula")))] * min(times, 100)
        while cells and cells[-1] == ("", None):
            cells.pop()
        for _ in range(min(int(row.get(name("table", "number-rows-repeated"), "1")), 5000)):
            rows.append(cells)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def office(report):
    expected = records(report)
    for kind, separators in FILTERS.items():
        found = opened(report, separators)
        for number, cells in enumerate(found, 1):
            for shown, formula in cells:
                if formula:
                    yield "%s, %s: row %d is calculated: %s" % (report.name, kind, number, formula)
        if len(found) != len(expected):
            yield "%s, %s: %d rows, not %d" % (report.name, kind, len(found), len(expected))
        for number, (cells, record) in enumerate(zip(found, expected), 1):
            width = max((place for place, value in enumerate(record, 1) if value), default=0)
            if len(cells) != width:
                yield "%s, %s: row %d is split: %s" % (report.name, kind, number, cells)


def duck(report):
    try:
        import duckdb
    except ImportError:
        print("DuckDB is not there: not tried")
        return
    header, *rows = records(report)
    read = duckdb.sql("from read_csv('%s')" % report)
    if read.columns != header:
        yield "%s, DuckDB: columns %s" % (report.name, read.columns)
    found = [["" if value is None else str(value) for value in row] for row in read.fetchall()]
    for number, (row, record) in enumerate(zip(found, rows), 2):
        if row != record:
            yield "%s, DuckDB: row %d is %s, not %s" % (report.name, number, row, record)
    if len(found) != len(rows):
        yield "%s, DuckDB: %d rows, not %d" % (report.name, len(found), len(rows))


faults = [fault for report in sorted(pathlib.Path(sys.argv[1]).resolve().glob("*.csv")) for reader in (office, duck)
          for fault in reader(report)]
print("\n".join(faults) if faults else "every report is read whole")
sys.exit(1 if faults else 0)
