using System.Diagnostics;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Conversations.Plans;

/// <summary>
/// Step "act": carries a plan out, each step at most once, also when an earlier process began it. Before each call the plan is stored with the
/// step marked as begun, and the conversation is read: what it shows is done, and what it forbids is left out.
/// </summary>
public sealed partial class PlanRunner(
    LastLook look,
    PlanGate gate,
    CustodyReader custody,
    IIntercomWorkspace workspace,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<PlanRunner> logger)
{
    /// <summary>Looks that took too long, after which the call is made all the same: an Intercom that stays slow is believed in the end.</summary>
    private const int MostLateLooks = 3;

    private readonly TurnOptions _options = options.Value;

    /// <param name="turn">What the plan was made for; for a plan that an earlier process left, the turn as it is now.</param>
    public async Task<PlanResult> CarryOutAsync(
        Turn turn, TurnPlan plan, IReadOnlyList<Team> teams, ITurnJournal journal, CancellationToken cancellationToken)
    {
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            var result = await TakeAsync(turn, plan, i, teams, journal, cancellationToken);
            plan = result.Plan;
            switch (result)
            {
                case { Again: not null }:
                    return result;

                case { Silence: SilenceReason.Superseded } when i == 0:
                    await journal.WriteAsync(plan.GiveWay(), cancellationToken);
                    return result;

                case { Silence: not null } when i == 0 || (result.Silence == SilenceReason.GivenBack && !plan.Steps.Take(i).OfType<ReplyStep>().Any()):
                    await journal.DropAsync(cancellationToken);
                    return result;

                // Once begun, a plan has been carried out as far as it still makes sense.
                case { Silence: not null }:
                    return new PlanResult(plan);
            }
        }

        return new PlanResult(plan);
    }

    private async Task<PlanResult> TakeAsync(
        Turn turn, TurnPlan plan, int index, IReadOnlyList<Team> teams, ITurnJournal journal, CancellationToken cancellationToken)
    {
        var step = plan.Steps[index];
        var settledAt = step.StartedAt + _options.SettleTime;
        var refusedSince = time.GetTimestamp();
        var lateLooks = 0;
        while (true)
        {
            if (settledAt is null || settledAt <= time.GetUtcNow())
            {
                await BeginAsync();
            }

            // From here to the call nothing else is waited for: what the look does not show may still happen, but nothing older is overlooked.
            if (await look.ReadAsync(turn, cancellationToken) is not { } now)
            {
                return new PlanResult(plan, SilenceReason.ConversationGone);
            }

            var held = custody.Read(now.Conversation);
            if (step.Shows(now.Conversation, plan.OursIn(now.Conversation, held.Since)))
            {
                return new PlanResult(plan);
            }

            if (settledAt - time.GetUtcNow() is { Ticks: > 0 } rest)
            {
                return new PlanResult(plan, Again: rest);
            }

            if (gate.SilenceFor(now, plan, step, first: index == 0, teams, mayMerge: plan.Merges < _options.MostMerges) is { } silence)
            {
                return new PlanResult(plan, silence);
            }

            if (plan.IsHandover && step is ReplyStep)
            {
                plan = plan.Covering(now);
            }

            // A call that leaves long after the stored begin would be taken for settled too early by whoever comes after a crash.
            if (time.GetUtcNow() - plan.Steps[index].StartedAt > _options.SettleTime / 3)
            {
                if (++lateLooks < MostLateLooks)
                {
                    continue;
                }

                await BeginAsync();
            }

            using var span = TurnTracer.BeginSend(step, held.Holder);
            try
            {
                await step.SendAsync(workspace, now.Conversation.Id, cancellationToken);
                return new PlanResult(plan);
            }
            catch (IntercomWriteUnknownException exception)
            {
                Failed(span, exception);
                LogUnknown(exception.Endpoint, turn.Subject);
                return new PlanResult(plan, Again: _options.SettleTime);
            }
            catch (IntercomWriteRefusedException exception) when (time.GetElapsedTime(refusedSince) + exception.RetryAfter <= _options.LongestRefusal)
            {
                Failed(span, exception);
                span?.Stop();
                await Task.Delay(exception.RetryAfter, time, cancellationToken);
            }
            catch (IntercomApiException exception) when (step.IsOptional && !exception.IsTransient)
            {
                Failed(span, exception);
                LogLeftOut(exception.Endpoint, exception.Code, turn.Subject);
                return new PlanResult(plan);
            }
            catch (IntercomException exception)
            {
                Failed(span, exception);

                // Certainly not carried out: the next try need not wait for it to show.
                await journal.WriteAsync(plan.WithStep(index, step with { StartedAt = null }), cancellationToken);
                throw;
            }
        }

        Task BeginAsync()
        {
            plan = plan.WithStep(index, step with { StartedAt = time.GetUtcNow() });
            return journal.WriteAsync(plan, cancellationToken);
        }
    }

    private static void Failed(Activity? span, IntercomException exception) => span?
        .SetTag(TelemetryNames.Attributes.ErrorType, exception.GetType().Name)
        .SetStatus(ActivityStatusCode.Error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Endpoint} had no clear answer in conversation {Conversation}; looking later whether it arrived")]
    private partial void LogUnknown(string endpoint, SubjectKey conversation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Endpoint} was refused ({Code}) in conversation {Conversation}; the turn goes on without it")]
    private partial void LogLeftOut(string endpoint, string? code, SubjectKey conversation);
}
