"""The ledger: readings kept in a database, with decisions about them; see docs/ledger.md."""
