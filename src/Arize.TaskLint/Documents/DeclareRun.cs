namespace Arize.TaskLint.Documents;

/// <summary>
/// One run of a catalog's <c>Declare</c>. It detects calls of builders after <c>Declare</c> has returned, from work that was not awaited: such
/// declarations are not read. The program that runs catalogs can be notified of them, by data of the application domain.
/// </summary>
internal sealed class DeclareRun : IDisposable
{
    /// <summary>The name of an <c>Action&lt;object, object&gt;</c>, which takes each run, and what all builders of the run hold.</summary>
    private const string BegunName = "Arize.TaskLint.DeclareRun.Begun";

    /// <summary>The name of an <c>Action&lt;string, int&gt;</c>, which takes the file and line of a call that comes too late.</summary>
    private const string LateName = "Arize.TaskLint.DeclareRun.Late";

    // It flows with the work that Declare starts.
    private static readonly AsyncLocal<DeclareRun?> Current = new();

    private readonly DeclareRun? outer = Current.Value;
    private readonly WeakReference<object> held;
    private volatile bool hasEnded;

    private DeclareRun(object held) => this.held = new WeakReference<object>(held);

    /// <summary>A token that the builders of the run hold, which shows whether any of them is still alive; null outside of a run.</summary>
    internal static object? Held => Current.Value is { } run && run.held.TryGetTarget(out var held) ? held : null;

    /// <summary>Begins a run.</summary>
    /// <param name="held">The token that the builders of the run hold; the caller keeps it until the first of them is created.</param>
    internal static DeclareRun Begin(out object held)
    {
        held = new object();
        var run = new DeclareRun(held);
        (AppDomain.CurrentDomain.GetData(BegunName) as Action<object, object>)?.Invoke(run, held);
        return Current.Value = run;
    }

    /// <summary>Whether a call comes too late, and has no effect.</summary>
    /// <exception cref="InvalidOperationException">The call comes too late, and no one registered to be notified.</exception>
    internal static bool IsOver(CallPlace place)
    {
        if (Current.Value is not { hasEnded: true })
            return false;
        if (AppDomain.CurrentDomain.GetData(LateName) is not Action<string, int> tell)
        {
            throw new InvalidOperationException(
                "A builder was called after Declare had returned, so what it declares is lost. Wait for asynchronous work in Declare.");
        }

        tell(place.File, place.Line);
        return true;
    }

    /// <summary>Ends the run: Declare has returned.</summary>
    public void Dispose()
    {
        hasEnded = true;
        Current.Value = outer;
    }
}
