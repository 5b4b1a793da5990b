using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// Finds declarations that the catalogs of an input make after <c>Declare</c> has returned, which are not read: in <c>async void</c> methods, and in
/// work that they start and do not await. The builders notify this class when a catalog begins, and when they are called too late.
/// </summary>
internal sealed class LostWork
{
    // The names that the builders ask for (Documents/DeclareRun).
    private const string BegunName = "Arize.TaskLint.DeclareRun.Begun";
    private const string LateName = "Arize.TaskLint.DeclareRun.Late";

    private const string MethodName = "Declare";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // It flows with the work that a catalog starts.
    private static readonly AsyncLocal<Catalog?> Current = new();

    private readonly Lock gate = new();
    private readonly List<Catalog> catalogs = [];
    private readonly List<Lost> found = [];

    static LostWork()
    {
        AppDomain.CurrentDomain.SetData(BegunName,
            (Action<object, object>)((run, builders) => Current.Value?.Runs.Add((new WeakReference(run), new WeakReference(builders)))));
        AppDomain.CurrentDomain.SetData(LateName,
            (Action<string, int>)((file, line) => Current.Value?.Work.Add(Lost.Late, Current.Value.Type.FullName!, (file, line))));
    }

    /// <summary>Runs the code of a catalog.</summary>
    internal T Watch<T>(Type type, Func<T> run)
    {
        var catalog = new Catalog(this, type);
        catalogs.Add(catalog);
        var context = SynchronizationContext.Current;
        try
        {
            Current.Value = catalog;
            if (References(type.Assembly, nameof(AsyncVoidMethodBuilder)))
                SynchronizationContext.SetSynchronizationContext(new CountingContext(catalog));
            return run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
            Current.Value = null;
        }
    }

    /// <summary>The lost declarations. Waits a few seconds for work that has not ended.</summary>
    internal IReadOnlyList<Lost> Find(LoadedCode code)
    {
        foreach (var declare in catalogs.Select(catalog => DeclareOf(catalog.Type)).OfType<MethodInfo>().Where(IsAsyncVoid).Distinct())
            Add(Lost.AsyncVoid, MethodName, MethodPlaces.Of(declare, code));
        // Work that is not awaited does not report its end, so whether it is still alive is polled.
        for (var watch = Stopwatch.StartNew(); ; Thread.Sleep(Pause))
        {
            // Work may call a builder and end during this check: its findings are complete once it has ended.
            var open = catalogs.Where(IsOpen).ToList();
            if (Found() is { Count: > 0 } all)
                return all;
            if (open.Count == 0)
                return [];
            if (!open.Exists(catalog => catalog.HasThrown) && watch.Elapsed < Patience)
                continue;
            foreach (var catalog in open)
                Add(Lost.Unfinished, catalog.Type.FullName!, DeclareOf(catalog.Type) is { } declare ? MethodPlaces.Of(declare, code) : default);
            return Found();
        }
    }

    private IReadOnlyList<Lost> Found()
    {
        lock (gate)
            return [.. found.Distinct()];
    }

    private static MethodInfo? DeclareOf(Type catalog)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var type = catalog; type is not null; type = type.BaseType)
        {
            var declare = Array.Find(type.GetMethods(Own),
                method => method is { Name: MethodName, IsVirtual: true, IsAbstract: false } && method.GetParameters().Length == 1);
            if (declare is not null)
                return declare;
        }

        return null;
    }

    private static bool IsAsyncVoid(MethodInfo method) => method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute));

    // Whether work of a catalog is still running and can call a builder. Work carries the run with it, and any builder that it could call holds the
    // token of the run: if the token was collected, nothing more can be declared.
    private static bool IsOpen(Catalog catalog)
    {
        if (catalog.AsyncVoids > 0 || catalog.HasThrown)
            return true;
        if (!References(catalog.Type.Assembly, "System.Threading"))
            return false;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return catalog.Runs.Exists(run => run.Work.IsAlive && run.Builders.IsAlive);
    }

    // Most catalogs start nothing; their code then names no type that could.
    private static unsafe bool References(Assembly assembly, string word)
    {
        if (!assembly.TryGetRawMetadata(out var blob, out var length))
            return true;
        var metadata = new MetadataReader(blob, length);
        return metadata.TypeReferences.Select(metadata.GetTypeReference).Any(type =>
            metadata.StringComparer.StartsWith(type.Name, word) || metadata.StringComparer.StartsWith(type.Namespace, word));
    }

    private void Add(string cause, string subject, (string File, int Line) place)
    {
        lock (gate)
            found.Add(new Lost(cause, subject, place.File ?? "", place.Line));
    }

    private sealed class Catalog(LostWork work, Type type)
    {
        private int asyncVoids;

        internal LostWork Work => work;

        internal Type Type => type;

        internal List<(WeakReference Work, WeakReference Builders)> Runs { get; } = [];

        // The number of async void methods that have begun and not ended.
        internal int AsyncVoids => Volatile.Read(ref asyncVoids);

        // Whether one of them threw, so that it did not declare all that it should.
        internal bool HasThrown { get; set; }

        internal void Count(int change) => Interlocked.Add(ref asyncVoids, change);
    }

    // Methods that are async void notify their context when they begin and end, and pass it their exceptions, which would end the process.
    private sealed class CountingContext(Catalog catalog) : SynchronizationContext
    {
        public override SynchronizationContext CreateCopy() => this;

        public override void OperationStarted() => catalog.Count(1);

        public override void OperationCompleted() => catalog.Count(-1);

        public override void Post(SendOrPostCallback d, object? state) => base.Post(
            given =>
            {
                try
                {
                    d(given);
                }
#pragma warning disable CA1031 // Whatever it is, what the method would have declared is lost.
                catch (Exception)
#pragma warning restore CA1031
                {
                    catalog.HasThrown = true;
                }
            },
            state);
    }
}
