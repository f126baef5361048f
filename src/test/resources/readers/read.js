// Loads the reports of a run by their datapackage.json, and tells each cell that comes out as another one.
const fs = require('fs');
const path = require('path');
const { Package } = require('datapackage');

(async () => {
  const directory = path.resolve(process.argv[2]);
  const reports = await Package.load(path.join(directory, 'datapackage.json'), { basePath: directory });
  const faults = reports.valid ? [] : reports.errors.map(String);
  for (const resource of reports.resources) {
    const typed = await resource.read();
    const texts = await resource.read({ cast: false });
    const written = fs.readFileSync(path.join(directory, resource.descriptor.path), 'utf8');
    typed.forEach((row, number) => row.forEach((value, column) => {
      const shown = value instanceof Date ? value.toISOString().slice(0, 10) : value === null ? '' : String(value);
      if (shown !== texts[number][column]) faults.push(`${resource.name}: row ${number + 2} has ${shown}, not ${texts[number][column]}`);
    }));
    console.log(`${resource.name}: ${typed.length} rows of ${written.length} characters`);
  }
  console.log(faults.length ? faults.join('\n') : 'every report is loaded whole');
  process.exit(faults.length ? 1 : 0);
})().catch((fault) => { console.log(fault.errors?.length ? fault.errors.map(String).join('\n') : String(fault)); process.exit(1); });
