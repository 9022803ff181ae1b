import { useEffect, useRef, type RefObject } from "react";

/**
 * Keeps the keyboard in a region whose controls go, or cannot be pressed for a while, because they were pressed: back to
 * the control once it is there again, else to `otherwise`. A person who leaves it on purpose is let go.
 */
export function useKeptFocus(
  region: RefObject<HTMLElement | null>,
  { otherwise, isBusy }: { readonly otherwise: RefObject<HTMLElement | null>; readonly isBusy: boolean },
): void {
  const last = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const { current: element } = region;
    const entered = ({ target }: FocusEvent): void => {
      last.current = target instanceof HTMLElement ? target : null;
    };
    const left = ({ target, relatedTarget }: FocusEvent): void => {
      if (target !== last.current || relatedTarget !== null) return;
      // What goes is still in the page while some browsers tell of it.
      setTimeout(() => {
        if (target === last.current && canHaveFocus(last.current) && !hasFocus(last.current)) last.current = null;
      });
    };
    element?.addEventListener("focusin", entered);
    element?.addEventListener("focusout", left);
    return () => {
      element?.removeEventListener("focusin", entered);
      element?.removeEventListener("focusout", left);
    };
  }, [region]);

  // After every change of the page: nobody tells of an element that goes.
  useEffect(() => {
    const page = region.current?.ownerDocument;
    if (isBusy || last.current === null || !page?.hasFocus() || !isNowhere(page)) return;
    (canHaveFocus(last.current) ? last.current : otherwise.current)?.focus({ preventScroll: true });
  });
}

function isNowhere({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body || activeElement.matches(":disabled");
}

function canHaveFocus(element: HTMLElement | null): element is HTMLElement {
  return element !== null && element.isConnected && !element.matches(":disabled");
}

function hasFocus(element: HTMLElement): boolean {
  return element.ownerDocument.activeElement === element;
}
