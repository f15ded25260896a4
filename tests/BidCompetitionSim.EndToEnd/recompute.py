"""Computes the three scores and the five parts of cohesion again, from the document of a run alone.

Usage: python3 recompute.py run.json; prints one JSON object. Uses nothing but the standard library and docs/model.md section 5.
"""
import json
import math
import sys

run = json.load(open(sys.argv[1], encoding="utf-8"))
constants, horizon = run["constants"], run["constants"]["horizonDays"]
systems = sorted({pair["system"] for pair in run["pairs"]})
pairs = {system: [pair for pair in run["pairs"] if pair["system"] == system] for system in systems}
planned = {system: sum(s["referenceCost"] for s in run["segments"] if s["system"] == system) for system in systems}


def combined(part):
    """The mean over the systems that have the part, weighted by reference cost planned."""
    values = [(part(system), planned[system]) for system in systems]
    values = [(value, weight) for value, weight in values if value is not None]
    total = sum(weight for _, weight in values)
    return sum(value * weight for value, weight in values) / total if total > 0 else None


def compatibility(system):
    scored = [pair for pair in pairs[system] if pair["scored"]]
    total = sum(pair["weight"] for pair in scored)
    return 100 * sum(p["weight"] * p["seamless"] / p["actual"] for p in scored) / total if total > 0 else None


def epochs(system):
    return [epoch for epoch in run["network"]["history"] if epoch["system"] == system]


def averaged(system, share):
    """Exact time average from day 0 to the horizon of a share that changes with the network."""
    history = [epoch for epoch in epochs(system) if epoch["day"] == 0 or epoch["day"] < horizon]
    ends = [epoch["day"] for epoch in history[1:]] + [horizon]
    values = [share(epoch) for epoch in history]
    return None if None in values else sum(v * (end - e["day"]) for v, e, end in zip(values, history, ends)) / horizon


def gains(system, costs, state=None):
    """Sum of weight x (before / cost - 1) over scored pairs, of one state or all."""
    ends = {place["id"]: place["state"] for place in run["places"]}
    return math.fsum(p["weight"] * (p["before"] / cost - 1) for p, cost in zip(pairs[system], costs)
                     if p["scored"] and (state is None or state in (ends[p["from"]], ends[p["to"]])))


def physical(system):
    ideal = gains(system, [pair["ideal"] for pair in pairs[system]])
    return averaged(system, lambda epoch: gains(system, epoch["actual"]) / ideal) if ideal > 0 else None


def people(system):
    def potential(hours):
        return math.fsum(p["populationProduct"] * math.exp(-t / constants["peopleDecayHours"]) for p, t in zip(pairs[system], hours))

    before = potential([pair["passengerBefore"] for pair in pairs[system]])
    ideal = potential([pair["passengerIdeal"] for pair in pairs[system]])
    return averaged(system, lambda epoch: (potential(epoch["passenger"]) - before) / (ideal - before)) if ideal > before else None


def equity(system):
    actual, ideal = [pair["actual"] for pair in pairs[system]], [pair["ideal"] for pair in pairs[system]]
    shares = []
    for state in run["states"]:
        achievable = gains(system, ideal, state["id"])
        if state["asean"] and achievable > 0:
            assert math.isclose(achievable, state["achievable"][system], rel_tol=1e-9)
            shares.append(max(0.0, gains(system, actual, state["id"]) / achievable))
    if len(shares) < 2:
        return None
    if sum(shares) == 0:
        return constants["floor"]
    spread = math.fsum(abs(a - b) for a in shares for b in shares)
    return 1 - spread / (2 * len(shares) * math.fsum(shares))


def institutional():
    member = {state["id"]: state["asean"] for state in run["states"]}
    ratios = [f["now"] / f["base"] for f in run["frictions"] if member[f["a"]] and member[f["b"]]]
    frictions = 1 - (sum(ratios) / len(ratios) if ratios else 1)
    junctions = [junction for junction in run["junctions"] if junction["planned"]]
    if not junctions:
        return frictions
    working = sum(1 for junction in junctions if junction["bothBuilt"] and not junction["clashes"])
    return working / len(junctions) / 2 + frictions / 2


def diplomatic():
    members = [state for state in run["states"] if state["asean"]]
    if not members:
        return None
    sponsors = [s["id"] for s in run["sponsors"]]
    people_total = sum(state["populationM"] for state in members)
    spreads = []
    for n, b in enumerate(sponsors):
        for a in sponsors[:n]:
            leans = [(state["tieTo"][a] - state["tieTo"][b], state["populationM"]) for state in members]
            mean = sum(lean * weight for lean, weight in leans) / people_total
            spreads.append(math.sqrt(sum(weight * (lean - mean) ** 2 for lean, weight in leans) / people_total))
    ties = [a["tieToStates"][b["id"]] for n, a in enumerate(members) for b in members[n + 1:]]
    mean_tie = sum(ties) / len(ties) if ties else 0
    return (1 - (sum(spreads) / len(spreads) if spreads else 0) / 2) * (1 + mean_tie) / 2


def logistic(x):
    return 1 / (1 + math.exp(-x))


def present_value(flows, rate):
    return math.fsum(flow / (1 + rate) ** year for year, flow in enumerate(flows))


def viability(segment):
    """From the appraisal; its rate of return and least cover are held against the yearly flows."""
    a = segment["appraisal"]
    if a is None:
        return 0.0
    flows, hurdle = segment["cashFlow"]["economic"], constants["hurdle"]
    assert math.isclose(present_value(flows, hurdle), a["enpv"], rel_tol=1e-9, abs_tol=1e-12)
    if a["eirr"] is not None:
        scale = math.fsum(abs(flow) for flow in flows)
        assert abs(present_value(flows, a["eirr"])) < 1e-8 * scale
    gain = logistic((a["eirr"] - hurdle) / 0.03) if a["eirr"] is not None else float(a["enpv"] >= 0)
    cover = logistic((a["dscrMin"] - 1.2) / 0.4)
    debt = logistic((a["debtThreshold"] - a["debtBurden"]) / 0.1)
    return 100 * (gain / 2 + cover / 4 + debt / 4)


parts = {
    "physical": combined(physical), "institutional": institutional(), "peopleToPeople": combined(people),
    "equity": combined(equity), "diplomatic": diplomatic(),
}
counted = {name: None if part is None else min(1.0, max(constants["floor"], part)) for name, part in parts.items()}
weights = {name: run["cohesionWeights"][name] for name, part in counted.items() if part is not None}
cohesion = 100 * math.exp(sum(w * math.log(counted[name]) for name, w in weights.items()) / sum(weights.values())) if weights else None
json.dump({
    "compatibility": combined(compatibility), "cohesion": cohesion, "parts": parts,
    "viability": sum(s["referenceCost"] * viability(s) for s in run["segments"]) / sum(s["referenceCost"] for s in run["segments"]),
}, sys.stdout)
