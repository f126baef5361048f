package nightfill.application.report;

/** Puts the description of a run's reports into bytes, the same for the same reports. */
public interface DataPackageFormat {

    byte[] bytes(DataPackage reports);
}
