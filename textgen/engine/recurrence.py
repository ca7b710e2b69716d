"""The recurrences of GRU and plain RNN with their gradients, for training on a processor.

torch has a fast LSTM for processors (oneDNN), but its GRU and its RNN are chains of small operations: automatic
differentiation makes of them, at each time step, products that could be made for all steps at once, and many small
copies. Here a step is one product and a few operations into arrays that are there already, and the gradients of the
weights are one product at the end. Everything is made in the precision of what comes in.

Shape letters: T time steps, B columns, I inputs, H units, G rows of the gates.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


def gru(x_TBI: Tensor, h_BH: Tensor, weights: list[Tensor]) -> Tensor:
    """The hidden states (T, B, H) of a GRU, as `torch.nn.GRU` defines it, from the state `h_BH` on.

    `weights` are those of `torch.nn.GRU` in its order: of the input (3H, I), of the hidden state (3H, H), and the
    biases of both (3H,); rows for reset gate, update gate and candidate. The gradient does not go back to `h_BH`.
    """
    y_TBH: Tensor = _GRU.apply(x_TBI, h_BH, *weights)  # type: ignore[no-untyped-call]
    return y_TBH


def rnn(x_TBI: Tensor, h_BH: Tensor, weights: list[Tensor]) -> Tensor:
    """The same for the plain RNN with tanh, whose weights have H rows."""
    y_TBH: Tensor = _RNN.apply(x_TBI, h_BH, *weights)  # type: ignore[no-untyped-call]
    return y_TBH


class _GRU(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x_TBI: Tensor, h_BH: Tensor, w_GI: Tensor, u_GH: Tensor, b_G: Tensor, c_G: Tensor) -> Tensor:
        units = h_BH.shape[1]
        gates = 2 * units  # reset and update; the candidate's rows come after them
        own = torch.cat([b_G[:gates] + c_G[:gates], b_G[gates:]])
        pre_TBG = _products(x_TBI, w_GI, own)
        past_TBG = torch.empty_like(pre_TBG)  # U h, to which the candidate adds its bias
        states = _states(x_TBI, h_BH)
        bias_H, u_HG = c_G[gates:], u_GH.t()
        steps = zip(
            states[:-1].unbind(),
            states[1:].unbind(),
            past_TBG.unbind(),
            past_TBG[..., :gates].unbind(),
            past_TBG[..., gates:].unbind(),
            pre_TBG[..., :gates].unbind(),
            pre_TBG[..., :units].unbind(),
            pre_TBG[..., units:gates].unbind(),
            pre_TBG[..., gates:].unbind(),
            strict=True,
        )
        for before, after, past, past_of_gates, past_of_candidate, reset_and_update, reset, update, candidate in steps:
            torch.mm(before, u_HG, out=past)
            past_of_candidate.add_(bias_H)
            reset_and_update.add_(past_of_gates).sigmoid_()
            candidate.addcmul_(reset, past_of_candidate).tanh_()
            torch.lerp(candidate, before, update, out=after)
        ctx.save_for_backward(x_TBI, states, pre_TBG, past_TBG[..., gates:], w_GI, u_GH)
        return states[1:]

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        (dy_TBH,) = gradients
        x_TBI, states, gates_TBG, past_TBH, w_GI, u_GH = ctx.saved_tensors
        before_TBH = states[:-1]
        reset, update, candidate = gates_TBG.chunk(3, dim=2)
        # how much of a change of h each sum before its sigmoid or tanh would make
        slopes_TB3H = gates_TBG.new_empty(*update.shape[:2], 3, update.shape[2])
        of_reset, of_update, of_candidate = slopes_TB3H.unbind(2)
        inner = (1 - update) * (1 - candidate * candidate)
        torch.mul(inner * past_TBH, reset * (1 - reset), out=of_reset)
        torch.mul(before_TBH - candidate, update * (1 - update), out=of_update)
        torch.mul(inner, reset, out=of_candidate)  # as the hidden state's product sees it
        dh_TBH = torch.empty_like(before_TBH)
        product_BH = torch.zeros_like(before_TBH[0])
        g_TBG = slopes_TB3H.flatten(2)
        steps = zip(dy_TBH, dh_TBH, dh_TBH.unsqueeze(2), slopes_TB3H, g_TBG, update, strict=True)
        carried = product_BH
        for dy, dh, dh_for_all, slopes, g, kept in reversed(list(steps)):
            torch.add(dy, carried, out=dh)
            slopes.mul_(dh_for_all)
            torch.mm(g, u_GH, out=product_BH)
            carried = torch.addcmul(product_BH, dh, kept, out=product_BH)
        du_GH, dc_G = _of_weights(g_TBG, before_TBH)
        torch.mul(inner, dh_TBH, out=of_candidate)  # as the input's product sees it
        dw_GI, db_G = _of_weights(g_TBG, x_TBI)
        return g_TBG @ w_GI, None, dw_GI, du_GH, db_G, dc_G


class _RNN(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x_TBI: Tensor, h_BH: Tensor, w_HI: Tensor, u_HH: Tensor, b_H: Tensor, c_H: Tensor) -> Tensor:
        pre_TBH = _products(x_TBI, w_HI, b_H + c_H)
        states = _states(x_TBI, h_BH)
        transposed = u_HH.t()
        for before, after, pre in zip(states[:-1].unbind(), states[1:].unbind(), pre_TBH.unbind(), strict=True):
            torch.mm(before, transposed, out=after)
            after.add_(pre).tanh_()
        ctx.save_for_backward(x_TBI, states, w_HI, u_HH)
        return states[1:]

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        (dy_TBH,) = gradients
        x_TBI, states, w_HI, u_HH = ctx.saved_tensors
        after_TBH = states[1:]
        g_TBH = 1 - after_TBH * after_TBH
        carried_BH = torch.zeros_like(after_TBH[0])
        for dy, g in reversed(list(zip(dy_TBH.unbind(), g_TBH.unbind(), strict=True))):
            g.mul_(carried_BH.add_(dy))
            torch.mm(g, u_HH, out=carried_BH)
        du_HH, db_H = _of_weights(g_TBH, states[:-1])
        dw_HI, _ = _of_weights(g_TBH, x_TBI)
        return g_TBH @ w_HI, None, dw_HI, du_HH, db_H, db_H


def _products(x_TBI: Tensor, w_GI: Tensor, bias_G: Tensor) -> Tensor:
    """(T, B, G): what the inputs contribute, for all steps at once."""
    return torch.addmm(bias_G, x_TBI.flatten(0, 1), w_GI.t()).view(*x_TBI.shape[:2], -1)


def _states(x_TBI: Tensor, h_BH: Tensor) -> Tensor:
    """(T + 1, B, H): room for the hidden states, the first one filled in."""
    states = x_TBI.new_empty(len(x_TBI) + 1, *h_BH.shape)
    states[0] = h_BH
    return states


def _of_weights(g_TBG: Tensor, inputs_TBI: Tensor) -> tuple[Tensor, Tensor]:
    """The gradients of a weight (G, I) and a bias (G,) from those of its product's sums."""
    g_NG = g_TBG.flatten(0, 1)
    ones = g_NG.new_ones(1, len(g_NG))
    return g_NG.t() @ inputs_TBI.flatten(0, 1), (ones @ g_NG).squeeze(0)
