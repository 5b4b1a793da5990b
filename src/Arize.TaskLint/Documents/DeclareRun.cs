namespace Arize.TaskLint.Documents;

/// <summary>
/// One run of a catalog's <c>Declare</c>. It notices calls of builders that come when <c>Declare</c> has returned, from work that it started
/// and did not wait for: nobody reads what they declare. Whoever runs catalogs can ask to be told, by data of the application domain.
/// </summary>
internal sealed class DeclareRun : IDisposable
{
    /// <summary>The name of an <c>Action&lt;object, object&gt;</c>, which takes each run, and what all builders of the run hold.</summary>
    private const string BegunName = "Arize.TaskLint.DeclareRun.Begun";

    /// <summary>The name of an <c>Action&lt;string, int&gt;</c>, which takes the file and line of a call that comes too late.</summary>
    private const string LateName = "Arize.TaskLint.DeclareRun.Late";

    // It goes wherever the work goes that Declare starts.
    private static readonly AsyncLocal<DeclareRun?> Current = new();

    private readonly DeclareRun? outer = Current.Value;
    private readonly WeakReference<object> held;
    private volatile bool hasEnded;

    private DeclareRun(object held) => this.held = new WeakReference<object>(held);

    /// <summary>What the builders of the run hold, so that one can see whether any is left; null outside of a run.</summary>
    internal static object? Held => Current.Value is { } run && run.held.TryGetTarget(out var held) ? held : null;

    /// <summary>Begins a run.</summary>
    /// <param name="held">What the builders of the run hold; the caller keeps it until the first of them is made.</param>
    internal static DeclareRun Begin(out object held)
    {
        held = new object();
        var run = new DeclareRun(held);
        (AppDomain.CurrentDomain.GetData(BegunName) as Action<object, object>)?.Invoke(run, held);
        return Current.Value = run;
    }

    /// <summary>Whether a call comes too late, and has no effect.</summary>
    /// <exception cref="InvalidOperationException">It does, and nobody asked to be told.</exception>
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
