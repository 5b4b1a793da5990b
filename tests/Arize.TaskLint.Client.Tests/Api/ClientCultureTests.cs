using System.Globalization;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Api;

/// <summary>Seconds in messages and in the log are written the same whatever the language of the machine is.</summary>
public sealed class ClientCultureTests : ServerTest
{
    private static readonly ApiLimits Short = new() { Total = TimeSpan.FromSeconds(2.5), PerRequest = TimeSpan.FromSeconds(0.25) };

    [Fact]
    public async Task Less_time_than_the_server_asks_for()
    {
        Server.Faults.Always(Fault.RateLimited("900"));

        Assert.EndsWith("; it asks to wait 900 s, and less is left of the 2.5 s of --timeout", await FailedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_time_for_another_try()
    {
        Server.Faults.Always(Fault.Status(503));

        Assert.EndsWith("; given up, as the 2.5 s of --timeout leave no time for another try", await FailedAsync(), StringComparison.Ordinal);
        Assert.Contains(Log, line => line.StartsWith("waiting 0.", StringComparison.Ordinal) && line.EndsWith(" s before another try", StringComparison.Ordinal));
    }

    private async Task<string> FailedAsync()
    {
        var (before, comma) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            return (await FailAsync(Connect(Short))).Message;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
