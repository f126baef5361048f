package nightfill.application.access;

import nightfill.domain.access.RecoveryCodes;

/** An account that can log in, and its recovery codes, which are shown this once. */
public record Completed(Account account, RecoveryCodes recovery) {}
