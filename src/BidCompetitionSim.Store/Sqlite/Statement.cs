using SQLitePCL;

namespace BidCompetitionSim.Store.Sqlite;

/// <summary>A prepared statement. Parameters count from 1 and columns from 0, as in SQLite.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int parameter, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    /// <summary>Binds a number; one that is missing (not a number) as NULL. −0 is 0.</summary>
    public Statement Bind(int parameter, double value)
    {
        database.Check(double.IsNaN(value) ? raw.sqlite3_bind_null(handle, parameter) : raw.sqlite3_bind_double(handle, parameter, value + 0.0));
        return this;
    }

    public Statement Bind(int parameter, string? text)
    {
        database.Check(text is null ? raw.sqlite3_bind_null(handle, parameter) : raw.sqlite3_bind_text(handle, parameter, text));
        return this;
    }

    /// <summary>Binds text that is UTF-8 already; it must not be empty.</summary>
    public Statement BindText(int parameter, ReadOnlySpan<byte> text)
    {
        database.Check(raw.sqlite3_bind_text(handle, parameter, text));
        return this;
    }

    public Statement BindBytes(int parameter, ReadOnlySpan<byte> bytes)
    {
        database.Check(raw.sqlite3_bind_blob(handle, parameter, bytes));
        return this;
    }

    public Statement BindNull(int parameter)
    {
        database.Check(raw.sqlite3_bind_null(handle, parameter));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs a statement that has no rows, and makes it ready to run again.</summary>
    public void Run()
    {
        try
        {
            while (Step()) { }
        }
        finally
        {
            Reset();
        }
    }

    // Its code repeats what the last step said.
    public void Reset() => _ = raw.sqlite3_reset(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public double Double(int column) => IsNull(column) ? double.NaN : raw.sqlite3_column_double(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? "";

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Bytes of a text or blob, until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();
}
