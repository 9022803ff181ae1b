/** @jest-environment jsdom */
import "@testing-library/jest-dom/jest-globals";
import { Button, FluentProvider, webLightTheme } from "@fluentui/react-components";
import { describe, expect, it } from "@jest/globals";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";

function Counter() {
  const [count, setCount] = useState(0);
  return <Button onClick={() => setCount(count + 1)}>{count} lần</Button>;
}

describe("tests of components", () => {
  it("see a page, press a button and see it change", async () => {
    render(
      <FluentProvider theme={webLightTheme}>
        <Counter />
      </FluentProvider>,
    );
    await userEvent.click(screen.getByRole("button", { name: "0 lần" }));
    expect(screen.getByRole("button")).toHaveTextContent("1 lần");
    expect(screen.queryByText("0 lần")).not.toBeInTheDocument();
  });
});
